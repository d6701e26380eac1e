/**
 * The read interface over HTTP: cases, referrals, the desk's queue, the directory, and problems.
 */
@NullMarked
package jp.tsunagu.gateway.web;

import org.jspecify.annotations.NullMarked;
