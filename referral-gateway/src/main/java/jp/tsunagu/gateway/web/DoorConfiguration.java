package jp.tsunagu.gateway.web;

import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.Door.Doors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is asked who he is: everybody, but for the schemas, which tools read like a registry's. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

  @Bean
  Doors doors() {
    return Doors.of(Door.api())
        .open("/schemas/**", "/subjects/**", "/config/**", "/mode/**", "/compatibility/**");
  }
}
