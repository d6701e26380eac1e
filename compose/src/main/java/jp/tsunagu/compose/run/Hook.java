package jp.tsunagu.compose.run;

import java.net.URI;

/**
 * Where an agency's own system is told of news.
 *
 * @param secret for the signature of what is posted
 */
public record Hook(URI url, String secret) {
  @Override
  public String toString() {
    return "Hook[" + url + "]";
  }
}
