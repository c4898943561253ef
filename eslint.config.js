import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '.malbild/', 'node_modules/', 'test/cases/', '**/*-changed/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  // TypeScript itself knows which names exist.
  { files: ['**/*.ts'], rules: { 'no-undef': 'off' } },
  {
    files: ['*.mjs', '*.js', 'scripts/*.mjs', 'bench/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
        TextDecoderStream: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
);
