/**
 * Mail: hands an order to a mail server ({@code mailer.send(order)}), with TLS and a login where
 * the settings {@code tsunagu.mail.*} say so, and tells what became of it.
 *
 * <p>Mail is sent at least once: a repetition has the same Message-ID, so that mailboxes and people
 * recognise it. No log line and no result holds an address. The library for mail comes only with
 * services that name it: {@code angus-mail} is an optional dependency of this module.
 */
@NullMarked
package jp.tsunagu.runtime.mail;

import org.jspecify.annotations.NullMarked;
