import { Lexer } from 'yaml';

/** Says that a scalar follows, which may begin like a comment. */
const SCALAR = '\u001f';

/** The comments of a text, in the order in which they stand. */
export function commentsOf(text: string): string[] {
  const comments: string[] = [];
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !scalar) {
      comments.push(lexeme);
    }
    scalar = lexeme === SCALAR;
  }
  return comments;
}
