package jp.tsunagu.connector.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the mailboxes of agencies are told that something waits.
 *
 * @param bundled so long the first thing of a mail waits for more; what came meanwhile is told in
 *     the same one
 */
@ConfigurationProperties("tsunagu.mailbox")
record MailboxProperties(@DefaultValue("5m") Duration bundled) {}
