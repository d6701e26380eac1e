package jp.tsunagu.violations.edge;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Makes clients and threads of its own. */
final class SecondWay {
  private SecondWay() {}

  static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(Map.of("bootstrap.servers", "localhost:9092"));
  }

  static Thread loop(Runnable work) {
    return Thread.ofPlatform().start(work);
  }

  static Function<Map<String, Object>, Admin> admins() {
    return Admin::create;
  }
}
