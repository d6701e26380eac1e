package jp.tsunagu.gateway.web;

import jp.tsunagu.gateway.view.Viewpoint;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.Door.Doors;
import jp.tsunagu.runtime.site.SitePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who is asked who he is: everybody, but for the schemas, which tools read like a registry's. The
 * pages are for desk and managers, that about operation also for who keeps the network running,
 * those about protected cases for the protection officer alone: who is a manager too is each of
 * them where its pages are.
 */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

  @Bean
  Doors doors() {
    return Doors.of(
            Door.api(),
            new Door("/desk/operation/**", (caller, _) -> Door.mayOperate(caller), false),
            new Door(
                ProtectionPages.ADDRESS + "**",
                (caller, _) -> caller instanceof Caller.ProtectionOfficer,
                false),
            new Door("/desk/**", (caller, _) -> Viewpoint.hasTheQueue(caller), false))
        .open("/schemas/**", "/subjects/**", "/config/**", "/mode/**", "/compatibility/**");
  }

  /** The pages here are the coordination desk's. */
  @Bean
  SitePart deskPages() {
    return SitePart.DESK;
  }
}
