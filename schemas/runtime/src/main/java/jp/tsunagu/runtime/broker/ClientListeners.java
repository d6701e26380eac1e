package jp.tsunagu.runtime.broker;

import java.util.List;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** Whoever wants to know of each new client, such as Boot's metrics. */
record ClientListeners(
    List<DefaultKafkaConsumerFactoryCustomizer> ofConsumers,
    List<DefaultKafkaProducerFactoryCustomizer> ofProducers,
    List<StreamsBuilderFactoryBeanConfigurer> ofStreams) {

  static final ClientListeners NONE = new ClientListeners(List.of(), List.of(), List.of());

  ClientListeners {
    ofConsumers = List.copyOf(ofConsumers);
    ofProducers = List.copyOf(ofProducers);
    ofStreams = List.copyOf(ofStreams);
  }

  void listenTo(DefaultKafkaConsumerFactory<byte[], byte[]> factory) {
    ofConsumers.forEach(each -> each.customize(factory));
  }

  void listenTo(DefaultKafkaProducerFactory<byte[], byte[]> factory) {
    ofProducers.forEach(each -> each.customize(factory));
  }

  void listenTo(StreamsBuilderFactoryBean factory) {
    ofStreams.forEach(each -> each.configure(factory));
  }
}
