import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Who may import whom: tests, scripts and bench share tools, which knows none of them. */
const notFrom = (files, ...folders) => ({
  files: [`${files}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: folders.map((folder) => `**/${folder}/**`), message: `${files}/ does not import from this folder.` },
        ],
      },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      "**/build/",
      "dist/",
      "cdktf.out/",
      "coverage/",
      "packages/.*/",
      "packages/cdktf-provider-aiven/src/",
      "packages/cdktf-provider-aiven/lib/",
      "**/*.js",
      "**/*.mjs",
      "**/*.cjs",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      // what a base class hands to the classes that extend it
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // constructs register themselves with their scope: `new X(this, …)` as a statement is the idiom
      "no-new": "off",
    },
  },
  notFrom("tools", "__tests__", "scripts", "bench"),
  notFrom("scripts", "__tests__", "bench"),
  notFrom("bench", "__tests__", "scripts"),
);
