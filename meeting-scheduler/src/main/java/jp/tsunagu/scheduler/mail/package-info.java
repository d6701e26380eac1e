/**
 * Sends notices by mail, one to each addressee, with PDF and calendar file: {@code
 * mailer.send(NoticeMail.order(…))}. Whoever has no mail address stands on a {@link
 * jp.tsunagu.scheduler.paper.PostListPaper} instead.
 *
 * <p>Mail is sent at least once: a repetition has the same Message-ID, so that mailboxes and people
 * recognise it. No log line and no result holds an address.
 */
@NullMarked
package jp.tsunagu.scheduler.mail;

import org.jspecify.annotations.NullMarked;
