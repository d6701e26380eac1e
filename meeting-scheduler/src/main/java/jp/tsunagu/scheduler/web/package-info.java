/** The scheduler over HTTP: commands of desk and organisers, and what they read and print. */
@NullMarked
package jp.tsunagu.scheduler.web;

import org.jspecify.annotations.NullMarked;
