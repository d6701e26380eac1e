package jp.tsunagu.connector.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent. The times are a choice of this project.
 *
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for an answer
 * @param attempts after so many failures an item is dead and waits for a person
 * @param firstRetry pause after the first failure; it doubles with each further one
 * @param longestRetry longest pause
 * @param parallelCases how many cases are told at the same time; one case is told in order
 */
@ConfigurationProperties("tsunagu.webhook")
record WebhookProperties(
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration answerTimeout,
    @DefaultValue("12") int attempts,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("1h") Duration longestRetry,
    @DefaultValue("8") int parallelCases) {}
