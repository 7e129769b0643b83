package dev.umpire.reports.model;

/**
 * Percentiles of one latency, in microseconds.
 *
 * @param histogram the whole HdrHistogram, compressed and base64-encoded, so that runs can be merged
 */
public record Latency(long count, double mean, long p50, long p90, long p99, long p999, long max, String histogram) {}
