package jp.tsunagu.connector.agency;

import java.net.URI;
import jp.tsunagu.connector.sensitive.Sensitive;

/**
 * Where the agency's own system is told of news.
 *
 * @param url http or https
 * @param secret for the signature (HMAC-SHA256) of what is posted
 */
public record Webhook(URI url, Sensitive<String> secret) {}
