package jp.tsunagu.scheduler.web;

import java.time.Clock;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  ReadingRoom readingRoom(Knowledge knowledge, Clock clock) {
    return new ReadingRoom(knowledge, clock);
  }

  @Bean
  Acting acting(Commands commands, Knowledge knowledge, Clock clock) {
    return new Acting(commands, knowledge, clock);
  }
}
