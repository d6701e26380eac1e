package jp.tsunagu.scheduler.web;

import java.time.Clock;
import java.util.Map;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.Door.Doors;
import jp.tsunagu.runtime.description.ServiceDescription;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  Doors doors() {
    return Doors.of(Door.apiOfMeetings());
  }

  @Bean
  ReadingRoom readingRoom(Knowledge knowledge, Clock clock) {
    return new ReadingRoom(knowledge, clock);
  }

  @Bean
  Acting acting(Commands commands, Knowledge knowledge, Clock clock) {
    return new Acting(commands, knowledge, clock);
  }

  @Bean
  ServiceDescription description() {
    return new ServiceDescription(
        "つなぐ 会議",
        "支援会議と重層的支援会議の日程、議題、開催通知、出欠、決定。",
        Map.of("id", "会議か通知の番号", "topic", "トピック", "partition", "パーティション", "offset", "位置"));
  }
}
