package jp.tsunagu.connector.outbox;

import jp.tsunagu.contract.dossier.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What the agency's system was told about a submission; kept, so that a repetition is told the
 * same.
 *
 * @param status HTTP status
 * @param location of what was made, if anything
 * @param body as it was sent (UTF-8 JSON); may be empty
 */
public record Answer(int status, @Nullable String location, Bytes body) {}
