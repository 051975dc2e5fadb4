/**
 * Arguments in, an exit code out: options, files and folders, documents in parallel, messages.
 * Knows the file system and the terminal; never anything of mathematics. This is the only room that
 * reads files and writes to the standard streams; it catches broadly in one place, around each
 * document ({@link dev.gradus.cli.Runner}).
 *
 * <p>Public types: {@link dev.gradus.cli.Main}.
 */
@NullMarked
package dev.gradus.cli;

import org.jspecify.annotations.NullMarked;
