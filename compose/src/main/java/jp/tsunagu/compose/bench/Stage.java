package jp.tsunagu.compose.bench;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the network's process spends processor time, by the names of its threads. */
enum Stage {
  GATEWAY("ゲートウェイの流れ", ".*referral-gateway.*|gateway-.*"),
  STATISTICS("統計", ".*stream-stats.*|stats-.*"),
  SCHEDULER("会議調整", ".*meeting-scheduler.*|scheduler-.*|ledger-mark|postbox"),
  VIEWS("トピックの追随(表示・名簿)", ".*follow-.*|aside"),
  INBOX("受信箱の読み取り", ".*inbox-.*"),
  OUTBOX("送信箱の送信", ".*outbox-.*"),
  HTTP(
      "HTTP(要求とSSE)、受信箱・送信箱の処理",
      "ForkJoinPool-.*|http-nio-.*|Catalina-.*|event-lines|open-streams"),
  CLIENTS("ほかのKafkaクライアント", "kafka-(admin-client|producer-network)-thread.*|.*heartbeat-thread.*"),
  BROKER(
      "ブローカー",
      "data-plane-.*|kafka-.*|raft-.*|quorum-.*|controller-.*|broker-.*|group-.*|transaction-.*"
          + "|share-.*|log-.*|Log.*|metadata-.*|Expiration.*|TxnMarker.*|Sensor.*|event-.*"
          + "|executor-.*|.*[Rr]eaper.*|Abstract.*|Delayed.*|Scheduler-.*|.*-event-handler|.*Purgatory.*"),
  REST("ほかのスレッド", ".*");

  private final String label;
  private final Pattern names;

  Stage(String label, String names) {
    this.label = label;
    this.names = Pattern.compile(names);
  }

  String label() {
    return label;
  }

  /** The first whose names fit. */
  static Stage of(String thread) {
    return Stream.of(values())
        .filter(stage -> stage.names.matcher(thread).matches())
        .findFirst()
        .orElse(REST);
  }
}
