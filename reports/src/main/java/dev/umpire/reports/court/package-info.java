/**
 * The page that shows who receives what: a court, the wire beside it, live or from a transcript. It knows results; who
 * serves it and which server it talks to are others' affair.
 */
@NullMarked
package dev.umpire.reports.court;

import org.jspecify.annotations.NullMarked;
