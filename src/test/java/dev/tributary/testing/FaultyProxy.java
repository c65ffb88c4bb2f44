package dev.tributary.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands between two programs that speak TCP, and behaves as networks do on bad days. Thread-safe. */
public final class FaultyProxy implements AutoCloseable {

    private static final int BUFFER = 16_384;

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress target;
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean cut;
    private volatile boolean refusing;

    private FaultyProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** A proxy before a program, without faults yet. */
    public static FaultyProxy before(String host, int port) {
        try {
            return new FaultyProxy(new InetSocketAddress(host, port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it listens on this machine. */
    public int port() {
        return listening.getLocalPort();
    }

    /** The program has moved, as when it was started again. */
    public void target(String host, int port) {
        target = new InetSocketAddress(host, port);
    }

    /** Every piece that comes takes so much longer. */
    public void latency(Duration each) {
        latency = each;
    }

    /** Nothing passes any more, and nobody is told; connections stay open. */
    public void cut() {
        cut = true;
    }

    /** What was cut passes again, and who was refused may come. */
    public void mend() {
        cut = false;
        refusing = false;
    }

    /** Ends every connection by a TCP reset. */
    public void reset() {
        open.forEach(socket -> {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException gone) {
                // it has ended before
            }
        });
        open.clear();
    }

    /** Ends every connection, and takes no new one until it is mended. */
    public void refuse() {
        refusing = true;
        reset();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        reset();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (refusing) {
                    client.setSoLinger(true, 0);
                    client.close();
                } else {
                    daemon(() -> connect(client));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket();
            server.connect(target, 5_000);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            daemon(() -> pass(client, server));
            pass(server, client);
        } catch (IOException unreachable) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                LockSupport.parkNanos(latency.toNanos());
                while (cut) {
                    LockSupport.parkNanos(20_000_000);
                }
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException broken) {
            // the other side is told by the end of its connection
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // it has ended before
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
