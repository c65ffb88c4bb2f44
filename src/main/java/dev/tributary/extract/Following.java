package dev.tributary.extract;

/** @param mark what tells the page that follows from every other of its leg */
record Following(Inquiry inquiry, String mark) {}
