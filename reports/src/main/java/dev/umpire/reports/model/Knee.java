package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a ramp broke.
 *
 * @param rate the highest rate that was held, in broadcasts per second; 0 if none was
 * @param broke why the next rate was not held, in one sentence, or null if the ramp ended before anything broke
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Knee(double rate, @Nullable String broke) {}
