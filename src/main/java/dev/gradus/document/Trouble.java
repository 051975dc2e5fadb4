package dev.gradus.document;

/**
 * Something in the document that could not be read as it stands; reading went on behind it.
 *
 * @param code for programs: {@code syntax.unclosed-math}, {@code syntax.macro-loop}, {@code limit.document-size}, ...
 * @param message one sentence for a person
 */
public record Trouble(Span span, String code, String message) {}
