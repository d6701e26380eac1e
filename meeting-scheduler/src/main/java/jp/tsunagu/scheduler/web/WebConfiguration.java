package jp.tsunagu.scheduler.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.aside.AsideSight;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.Door.Doors;
import jp.tsunagu.runtime.description.ServiceDescription;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.site.SitePart;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.person.ActingPeople;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  Doors doors() {
    return Doors.of(
        Door.apiOfMeetings(),
        new Door(PageAddresses.ROOT + "/**", (caller, _) -> PageRoom.lets(caller), false));
  }

  /** The pages here are those about meetings. */
  @Bean
  SitePart partOfTheSite() {
    return SitePart.MEETINGS;
  }

  /**
   * What could not be read of a protected case is there for who runs its meetings, and for
   * administrators, who see no case by it; a manager's number of cases must not tell of it.
   */
  @Bean
  AsideSight asideSight(ReadingRoom room) {
    return (caller, key) ->
        caller instanceof Caller.Administrator
            || !Identifiers.isUuid(key)
            || room.exists(caller, new CaseId(UUID.fromString(key)));
  }

  @Bean
  PageRoom pageRoom(ReadingRoom room) {
    return new PageRoom(room);
  }

  @Bean
  ReadingRoom readingRoom(Knowledge knowledge, Clock clock) {
    return new ReadingRoom(knowledge, clock);
  }

  @Bean
  Acting acting(Commands commands, Knowledge knowledge, ActingPeople people, Clock clock) {
    return new Acting(commands, knowledge, people, clock);
  }

  @Bean
  ServiceDescription description() {
    return new ServiceDescription(
        "つなぐ 会議",
        "支援会議と重層的支援会議の日程、議題、開催通知、出欠、決定。",
        Map.of(
            "id",
            "会議か通知の番号",
            "pseudonym",
            "仮の名前(16進32桁)",
            "topic",
            "トピック",
            "partition",
            "パーティション",
            "offset",
            "位置"));
  }
}
