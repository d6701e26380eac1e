package jp.tsunagu.stats.view;

import java.time.InstantSource;
import java.util.List;
import jp.tsunagu.stats.figure.FigureRules;
import jp.tsunagu.stats.stream.LedgerEnd;
import jp.tsunagu.stats.stream.LocalFigures;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The stream as it runs now.
 *
 * @param self where the other instances reach this one
 * @param figures what this instance holds of them
 * @param end where the ledger ended when the stream began; it also tells all partitions
 * @param clock of the network
 */
public record StreamHandle(
    KafkaStreams streams,
    HostInfo self,
    LocalFigures figures,
    LedgerEnd end,
    FigureRules rules,
    InstantSource clock) {

  /** Where the other instances are, as far as is known here. */
  public List<HostInfo> others() {
    return streams.metadataForAllStreamsClients().stream()
        .map(StreamsMetadata::hostInfo)
        .filter(host -> !host.equals(self))
        .toList();
  }
}
