export * from '@fluentui/react-components';
export * from '@fluentui/react-tabster';
export { __styles, __css, __resetStyles } from '@griffel/react';
