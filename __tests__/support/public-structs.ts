import path from "node:path";
import * as ts from "typescript";
import { ROOT } from "../../tools/folder";

/** The objects of options that the package's index exports, each with the names of its options in alphabetical order. */
export function publicStructs(): ReadonlyMap<string, readonly string[]> {
  const index = path.join(ROOT, "lib/index.ts");
  const program = ts.createProgram([index], { strict: true, skipLibCheck: true, noEmit: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(index);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${index} is no module`);
  const structs = checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    // jsii tells an interface with behaviour by the I that its name begins with.
    .filter(({ flags, name }) => flags & ts.SymbolFlags.Interface && !/^I[A-Z]/.test(name));
  return new Map(
    structs.map((symbol) => {
      const properties = checker.getDeclaredTypeOfSymbol(symbol).getProperties();
      return [symbol.name, properties.map(({ name }) => name).sort()] as const;
    }),
  );
}
