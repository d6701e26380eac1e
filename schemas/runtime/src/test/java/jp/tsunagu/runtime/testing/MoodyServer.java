package jp.tsunagu.runtime.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server for one mail that answers one command in its own way. */
public final class MoodyServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String command;
  private final String reply;

  /**
   * Listens at once.
   *
   * @param command which it answers in its own way, such as RCPT
   * @param reply its answer
   */
  public MoodyServer(String command, String reply) throws IOException {
    this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.command = command;
    this.reply = reply;
    Thread.ofVirtual().start(this::serve);
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    try (Socket client = socket.accept();
        var lines =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream answers = client.getOutputStream()) {
      say(answers, "220 moody");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String answer = answer(line);
        say(answers, answer);
        if (answer.startsWith("354")) {
          takeIn(lines);
          say(answers, "250 taken");
        }
      }
    } catch (IOException closed) {
      // The mail is over.
    }
  }

  private String answer(String line) {
    if (line.startsWith(command)) {
      return reply;
    }
    return line.startsWith("DATA") ? "354 go on" : "250 fine";
  }

  private static void takeIn(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(".")) {
      line = lines.readLine();
    }
  }

  private static void say(OutputStream answers, String line) throws IOException {
    answers.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    answers.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
