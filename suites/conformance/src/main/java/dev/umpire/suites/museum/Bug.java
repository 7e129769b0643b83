package dev.umpire.suites.museum;

import org.jspecify.annotations.Nullable;

/**
 * A bug that a real server had.
 *
 * @param id permanent name, such as {@code BI-01}
 * @param implementation the server that had it
 * @param reference where it was reported or mended
 * @param symptom what was seen of it, in words
 * @param excluded why no rule would have found it; null where the rules say that they would ({@code seenIn})
 */
public record Bug(
        String id,
        String implementation,
        String reference,
        String symptom,
        @Nullable String excluded) {}
