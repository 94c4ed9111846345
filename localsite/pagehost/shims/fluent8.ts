import * as utilities from '@fluentui/utilities';

export * from '@fluentui/react';

export { utilities as _Utilities };
export { BaseComponent } from '@fluentui/utilities';
export { Icon as workaround_Icon } from '@fluentui/react';

/** Names of Office UI Fabric that the property pane still uses and Fluent 8 no longer exports. */
export const IconType = { default: 0, image: 1, Default: 0, Image: 1 } as const;
export const SpinnerType = { normal: 0, large: 1 } as const;

/** The decorator of Office UI Fabric: binds a method to its object when it is first read. */
export function autobind(_target: object, name: string, descriptor: PropertyDescriptor): PropertyDescriptor {
  const method: unknown = descriptor.value;
  return {
    configurable: true,
    get(): unknown {
      if (typeof method !== 'function') {
        return method;
      }
      const bound: unknown = method.bind(this);
      Object.defineProperty(this, name, { configurable: true, writable: true, value: bound });
      return bound;
    },
  };
}

/** A copy of an object without some of its properties. */
export function omit(source: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
}
