/** The build turns each SCSS module into a TypeScript file that requires its style sheet. */
declare function require(path: string): unknown;
