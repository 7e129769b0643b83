package dev.umpire.reports.model;

/**
 * Where a rule comes from.
 *
 * @param document name of the document, such as {@code Socket.IO protocol v5}
 * @param section heading of the section
 * @param url address of that section
 */
public record Citation(String document, String section, String url) {}
