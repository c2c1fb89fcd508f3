// project.mjs PACKAGE VERSION SERVICE-CONFIG: writes what a staged copy of the package takes from the project around it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const [folder, version, serviceConfig] = process.argv.slice(2);
const manifest = `${folder}/package.json`;
const { devDependencies: _, ...shipped } = JSON.parse(readFileSync(manifest, "utf8"));
writeFileSync(manifest, `${JSON.stringify({ ...shipped, version }, null, 2)}\n`);

const config = JSON.stringify(JSON.parse(readFileSync(serviceConfig, "utf8")));
writeFileSync(
  `${folder}/src/gen/project.ts`,
  `export const version = ${JSON.stringify(version)};\nexport const serviceConfig = ${JSON.stringify(config)};\n`,
);

// Every message and enum at one place: who uses them need not know in which file they are written down.
const files = readdirSync(`${folder}/src/gen/litigation/v1`).sort();
const exports = files.map((file) => `export * from "./gen/litigation/v1/${file.replace(/\.ts$/, ".js")}";\n`);
writeFileSync(`${folder}/src/v1.ts`, `/** The messages of the contract litigation.v1. */\n${exports.join("")}`);
