package dev.umpire.reports.model;

/**
 * What a process and its children used while a load scenario was measured.
 *
 * @param cpuSeconds seconds of CPU time, of all cores together
 * @param cpuMicrosPerDelivery microseconds of CPU time for each delivery that arrived
 * @param residentBytes the greatest resident memory that was seen, in bytes; -1 if it is unknown
 */
public record Usage(double cpuSeconds, double cpuMicrosPerDelivery, long residentBytes) {}
