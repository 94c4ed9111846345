import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as ts from 'typescript';

/*
 * Finds strings that are missing or that nobody shows. There are two places: the English catalogue (src/loc/en/;
 * the compiler holds every other language against it) and what SharePoint itself shows (src/webparts/loc: strings.d.ts says which, a
 * script per language holds them).
 */
const root = join(__dirname, '..');
const catalogue = join(root, 'src', 'loc', 'en');
const scripts = join(root, 'src', 'webparts', 'loc');
const declared = join(scripts, 'strings.d.ts');

function main(): void {
  const program = openProgram();
  const shown = stringsShown(program);
  const problems = [...catalogueFiles(program), declared]
    .flatMap((file) => unusedIn(program, file, shown))
    .concat(...languageScripts().map((file) => differencesOf(program, file)));
  problems.forEach((problem) => console.error(problem));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function openProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(fileNames, options);
}

/** One for each subject; index.ts only puts them together. */
function catalogueFiles(program: ts.Program): readonly string[] {
  return program
    .getSourceFiles()
    .map((file) => file.fileName)
    .filter((name) => !relative(catalogue, name).startsWith('..') && relative(catalogue, name) !== 'index.ts');
}

/** Declarations of all strings that code refers to, the catalogue's own included: a string may be made of others. */
function stringsShown(program: ts.Program): ReadonlySet<ts.Node> {
  const checker = program.getTypeChecker();
  const shown = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    for (const symbol of symbolsOf(node, checker)) {
      symbol.declarations?.forEach((declaration) => shown.add(declaration));
    }
    ts.forEachChild(node, visit);
  };
  program.getSourceFiles().filter(isOurCode).forEach(visit);
  return shown;
}

function isOurCode(file: ts.SourceFile): boolean {
  return relative(root, file.fileName).split(sep)[0] === 'src';
}

/** What `strings.key`, `strings[key]` and `{ key } = strings` refer to. */
function symbolsOf(node: ts.Node, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (ts.isPropertyAccessExpression(node)) {
    return present(checker.getSymbolAtLocation(node.name));
  }
  if (ts.isElementAccessExpression(node)) {
    return named(checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node.argumentExpression));
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = (node.propertyName ?? node.name).getText();
    return present(checker.getTypeAtLocation(node.parent).getProperty(name));
  }
  return [];
}

function named(owner: ts.Type, key: ts.Type): readonly ts.Symbol[] {
  if ((key.flags & ts.TypeFlags.String) !== 0) {
    return owner.getProperties();
  }
  const keys = key.isUnion() ? key.types : [key];
  return keys.flatMap((each) => (each.isStringLiteral() ? present(owner.getProperty(each.value)) : []));
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function unusedIn(program: ts.Program, file: string, shown: ReadonlySet<ts.Node>): readonly string[] {
  return stringsIn(program, file)
    .filter((declaration) => !shown.has(declaration))
    .map((declaration) => `${relative(root, file)}: nobody shows ${pathOf(declaration)}`);
}

/** 'attendance.marks.present' */
function pathOf(declaration: StringDeclaration): string {
  const names: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isVariableDeclaration(node)) {
      names.unshift(node.name.getText());
    }
  }
  return names.join('.');
}

type StringDeclaration = ts.PropertyAssignment | ts.PropertySignature | ts.MethodDeclaration;

/** The strings that a file declares; groups of strings are looked into. */
function stringsIn(program: ts.Program, file: string): readonly StringDeclaration[] {
  const found: StringDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (isGroup(node)) {
      node.initializer.properties.forEach(visit);
    } else if (ts.isPropertyAssignment(node) || ts.isPropertySignature(node) || ts.isMethodDeclaration(node)) {
      found.push(node);
    } else if (!ts.isFunctionLike(node) && !ts.isInterfaceDeclaration(node)) {
      ts.forEachChild(node, visit);
    }
  };
  const source = program.getSourceFile(file);
  if (source !== undefined) {
    visit(source);
  }
  return found;
}

function isGroup(node: ts.Node): node is ts.PropertyAssignment & { readonly initializer: ts.ObjectLiteralExpression } {
  return ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer);
}

function languageScripts(): readonly string[] {
  return readdirSync(scripts)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(scripts, name));
}

/** Strings that a language of SharePoint's own lacks, and those that no one declares. */
function differencesOf(program: ts.Program, file: string): readonly string[] {
  const expected = stringsIn(program, declared).map((declaration) => declaration.name.getText());
  const actual = Object.entries(stringsOfScript(file));
  const missing = expected.filter((key) => !actual.some(([name, text]) => name === key && typeof text === 'string' && text.trim() !== ''));
  const unknown = actual.map(([name]) => name).filter((name) => !expected.includes(name));
  return [
    ...missing.map((key) => `${relative(root, file)}: ${key} is missing`),
    ...unknown.map((key) => `${relative(root, file)}: ${key} is not declared in strings.d.ts`),
  ];
}

/** SPFx's string files are AMD modules that return an object. */
function stringsOfScript(file: string): object {
  let strings: object = {};
  const define = (_needs: readonly string[], make: () => object): void => {
    strings = make();
  };
  runInNewContext(readFileSync(file, 'utf8'), { define }, { filename: file });
  return strings;
}

main();
