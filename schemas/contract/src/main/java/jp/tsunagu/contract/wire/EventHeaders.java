package jp.tsunagu.contract.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a record: CloudEvents 1.0 in binary mode. They hold codes, ids and times only,
 * nothing personal; UTF-8.
 */
public final class EventHeaders {
  /** W3C Trace Context: which trace a record belongs to. */
  public static final String TRACE_PARENT = "traceparent";

  private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private final String network;

  /** The headers of records of this network. */
  public EventHeaders(NetworkId network) {
    this.network = "/networks/" + network;
  }

  /** For what the gateway writes: events, states, notices, directory records. */
  public Headers fromGateway(Record value) {
    return headers(value, network + "/gateway");
  }

  /** For what the scheduler writes about meetings. */
  public Headers fromScheduler(Record value) {
    return headers(value, network + "/scheduler");
  }

  /** For what an agency writes: commands and its public key. */
  public Headers fromAgency(AgencyId agency, Record value) {
    return headers(value, network + "/agencies/" + agency);
  }

  /**
   * Adds the trace of the record that caused this one, if it carries a well-formed one.
   *
   * @return the same headers
   */
  public static Headers continuing(Headers headers, Headers cause) {
    String trace = text(cause.lastHeader(TRACE_PARENT));
    if (trace != null && TRACE.matcher(trace).matches()) {
      put(headers, TRACE_PARENT, trace);
    }
    return headers;
  }

  private static Headers headers(Record value, String source) {
    RecordFacts facts = RecordFacts.of(value);
    Headers headers = new RecordHeaders();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", facts.id());
    put(headers, "ce_type", "jp.tsunagu." + NewerRecord.kindOf(value) + ".v1");
    put(headers, "ce_source", source);
    Instant time = facts.time();
    if (time != null) {
      put(headers, "ce_time", time.toString());
    }
    put(headers, "content-type", "application/avro");
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
