package jp.tsunagu.contract.testing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What pages cost whoever asks on this machine: the server's time and that of the connection. All
 * are asked for some time before the first is measured, so that it is not the compiler. Says which
 * are over the limits of issue 11: 100 ms for 99 of 100, 200 kB.
 */
public final class PageWeights {

  private static final double MOST_MILLIS = 100;
  private static final int MOST_BYTES = 200_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final int requests;

  /** Each page is asked for so often. */
  public PageWeights(int requests) {
    this.requests = requests;
  }

  /**
   * Asks and prints, in this order.
   *
   * @param pages how each is asked for, by its name
   * @throws IllegalStateException where a page is not there
   */
  public void print(Map<String, HttpRequest> pages) throws Exception {
    for (int round = 0; round < requests / 2; round++) {
      for (Map.Entry<String, HttpRequest> page : pages.entrySet()) {
        bytes(page.getKey(), page.getValue());
      }
    }
    for (Map.Entry<String, HttpRequest> page : pages.entrySet()) {
      print(page.getKey(), page.getValue());
    }
  }

  private void print(String page, HttpRequest request) throws Exception {
    AtomicInteger bytes = new AtomicInteger();
    Measured measured = Measured.of(requests, () -> bytes.set(bytes(page, request)));
    boolean isOver = measured.percentile(99) > MOST_MILLIS || bytes.get() > MOST_BYTES;
    System.out.printf(
        "%-52s p50 %6.1f ms, p99 %6.1f ms, CPU %6.1f ms, %,9d bytes%s%n",
        page,
        measured.percentile(50),
        measured.percentile(99),
        measured.cpu(),
        bytes.get(),
        isOver ? "  OVER" : "");
  }

  private int bytes(String page, HttpRequest request) throws Exception {
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page + " is answered " + answer.statusCode());
    }
    return answer.body().length;
  }
}
