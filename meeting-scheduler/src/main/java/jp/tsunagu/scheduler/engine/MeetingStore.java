package jp.tsunagu.scheduler.engine;

import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEventHeader;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.scheduler.meeting.Meetings;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The events of every meeting, in order; a meeting is what they make of it. */
record MeetingStore(KeyValueStore<String, byte[]> store, Codec codec) {

  /** By meeting id and sequence. Part of the changelog's name: never changes. */
  static final String NAME = "meetings";

  /** The commands that were answered. */
  static final String ANSWERED = "answered";

  private static final Map<String, String> CHANGELOG =
      Map.of(
          TopicConfig.SEGMENT_BYTES_CONFIG,
          Integer.toString(16 << 20),
          TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
          "0.1");

  static List<StoreBuilder<?>> builders() {
    return List.of(builder(NAME), builder(ANSWERED));
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(CHANGELOG);
  }

  void put(MeetingEvent event) {
    MeetingEventHeader header = event.header();
    String key = "%s/%08d".formatted(header.meetingId(), header.sequence());
    store.put(key, codec.encode((Record) event));
  }

  /** Every meeting as its events left it. */
  Meetings read() {
    Meetings meetings = Meetings.NONE;
    try (KeyValueIterator<String, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        meetings = meetings.after(event(entries.next().value));
      }
    }
    return meetings;
  }

  private MeetingEvent event(byte[] stored) {
    if (codec.decode(stored) instanceof Decoded.Readable(MeetingEvent event)) {
      return event;
    }
    throw new IllegalStateException("a stored event of a meeting cannot be read");
  }
}
