package jp.tsunagu.runtime.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;

/** A service with everything that every service has, but for a broker. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnableAutoConfiguration(
    exclude = KafkaAutoConfiguration.class,
    excludeName = "jp.tsunagu.runtime.broker.BrokerConfiguration")
public @interface SmallApplication {}
