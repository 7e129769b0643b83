/** What a rule is: annotations, catalogue, verdicts and the JUnit extension that runs them. */
@NullMarked
package dev.umpire.suites.rule;

import org.jspecify.annotations.NullMarked;
