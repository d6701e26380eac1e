package jp.tsunagu.runtime.edge;

import org.springframework.util.unit.DataSize;

/**
 * That a service takes files ({@code multipart/form-data}); without it no body is larger than
 * {@link EdgeSettings} says.
 *
 * @param largestBody of a request with a file and what was typed around it
 */
public record Uploads(DataSize largestBody) {}
