package jp.tsunagu.compose.bench;

import java.util.stream.Stream;

/**
 * What the network does beside something that it is measured by, several times in turn.
 *
 * @param network its figures
 * @param peer those of the other
 */
record Comparison(Row row, Series network, Series peer) {

  /** What only who asks for it gets, because it takes its own time. */
  enum Row {
    /** Commands a second that the gateway alone decides, to records a second. */
    R4("ゲートウェイだけで決めた指示、件/秒", "読んで書くだけのトランザクション、件/秒", true),
    /** Processor time from the start of a process until it is ready. */
    R7("準備完了までの CPU、ms", "空の Spring Boot Web アプリの、ms", true),
    /** Processor time of a referral; the peer, which is spared the sealing, is divided by it. */
    R8("封緘ありの CPU、ms/件", "封緘なしの、ms/件", false);

    private final String network;
    private final String peer;
    private final boolean isOfPeer;

    Row(String network, String peer, boolean isOfPeer) {
      this.network = network;
      this.peer = peer;
      this.isOfPeer = isOfPeer;
    }

    String network() {
      return network;
    }

    String peer() {
      return peer;
    }

    /**
     * By its name.
     *
     * @throws IllegalArgumentException when there is none, with those that there are
     */
    static Row named(String name) {
      return Stream.of(values())
          .filter(row -> row.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "--also の値 '" + name + "' は使えません。R4、R7、R8 から選んでください。"));
    }
  }

  /** The figure of the goals. */
  double ratio() {
    var ofPeer = network.median() / peer.median();
    return row.isOfPeer ? ofPeer : 1 / ofPeer;
  }
}
