package jp.tsunagu.stats.web;

import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.Door.Doors;
import jp.tsunagu.runtime.site.SitePart;
import jp.tsunagu.stats.view.Peers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who passes which door of the statistics, and which part of the site their pages are. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  /** What the instances tell each other is not there for anybody else. */
  @Bean
  Doors doors() {
    return Doors.of(
        Door.api(),
        new Door(FigureAddresses.ALL, (caller, _) -> Rights.seesAll(caller), false),
        new Door(Peers.DOOR, (caller, _) -> caller instanceof Caller.Peer, true));
  }

  @Bean
  SitePart part() {
    return SitePart.FIGURES;
  }
}
