package jp.tsunagu.connector.draft;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of drafts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DraftProperties.class)
class DraftConfiguration {}
