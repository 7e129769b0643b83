package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses answers for clients that say they can read it (RFC 9110, sections 8.4 and 12.5.3). */
enum ContentCoding {
    GZIP("gzip") {
        @Override
        OutputStream over(OutputStream out) throws IOException {
            return new GZIPOutputStream(out);
        }
    },
    DEFLATE("deflate") {
        @Override
        OutputStream over(OutputStream out) {
            return new DeflaterOutputStream(out);
        }
    };

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    abstract OutputStream over(OutputStream out) throws IOException;

    /** The answer as this request wants it: as it is, unless it is long and the client takes a coding. */
    static Response encoded(Request request, Response answer, Compression options) {
        boolean worthwhile = options.responses()
                && request.method().equals("GET")
                && answer.status() == 200
                && answer.body().bytes().length >= options.threshold();
        return worthwhile
                ? preferred(request).map(coding -> coding.encode(answer)).orElse(answer)
                : answer;
    }

    private static Optional<ContentCoding> preferred(Request request) {
        Map<String, Double> weights = weights(request);
        return List.of(values()).stream()
                .filter(coding -> coding.weight(weights) > 0)
                .max(Comparator.comparingDouble(coding -> coding.weight(weights)));
    }

    private double weight(Map<String, Double> weights) {
        return weights.getOrDefault(token, weights.getOrDefault("*", 0.0));
    }

    private Response encode(Response answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = over(bytes)) {
            out.write(answer.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new Response(answer.status(), answer.headers(), new Response.Body(bytes.toByteArray()), answer.close())
                .with(Map.of("Content-Encoding", token));
    }

    /** What the client thinks of each coding: from 0, which is a refusal, to 1. */
    private static Map<String, Double> weights(Request request) {
        Map<String, Double> weights = new HashMap<>();
        for (String header : request.headers().getOrDefault("accept-encoding", List.of())) {
            for (String element : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] parts = element.split(";", 2);
                weights.put(parts[0].trim(), parts.length == 1 ? 1.0 : weight(parts[1].trim()));
            }
        }
        return weights;
    }

    private static double weight(String parameter) {
        return parameter.matches("q=[01](\\.[0-9]{0,3})?") ? Double.parseDouble(parameter.substring(2)) : 0;
    }
}
