package dev.tributary.extract;

import java.net.URI;

/** @param mark what tells the page that follows from every other of the run */
record Following(URI address, String mark) {}
