/** What an agency knows: its cases, referrals, inbox, dossiers, answers to its commands. */
@NullMarked
package jp.tsunagu.connector.record;

import org.jspecify.annotations.NullMarked;
